/** Pages and API of the indicators that administrators add. */
package org.zhibao.indicator.web;
