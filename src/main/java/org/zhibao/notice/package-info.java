/** What persons are told and how it reaches them: reminders, digests and urging; inbox, mail and text messages. */
package org.zhibao.notice;
