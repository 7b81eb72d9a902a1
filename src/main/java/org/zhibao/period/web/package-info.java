/** Pages and API of a period's deadlines. */
package org.zhibao.period.web;
