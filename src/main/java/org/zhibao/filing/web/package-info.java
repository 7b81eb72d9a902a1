/** Pages and API of the quarterly report. */
package org.zhibao.filing.web;
