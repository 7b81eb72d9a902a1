/** The calendar's pages and API. */
package org.zhibao.calendar.web;
