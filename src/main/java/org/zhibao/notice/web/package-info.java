/** Inbox, urging, reminder settings, contacts and channels: pages and API. */
package org.zhibao.notice.web;
