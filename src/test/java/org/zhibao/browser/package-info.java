/** The platform as people meet it: in a real Chromium, through the portal and Camunda Tasklist. */
package org.zhibao.browser;
