/** Working days and statutory holidays. */
package org.zhibao.calendar;
