/** What administrators do to the running processes: cases that follow their process to a new version, timers and jobs. */
package org.zhibao.operation;
