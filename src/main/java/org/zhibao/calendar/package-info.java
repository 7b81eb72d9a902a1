/** Working days and statutory holidays: which days are worked, by which notice, and how administrators keep them. */
package org.zhibao.calendar;
