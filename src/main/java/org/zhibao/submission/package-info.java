/** The submission of an area's reports as a whole: city to province, province to ministry. */
package org.zhibao.submission;
