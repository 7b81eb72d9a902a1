/** What goes into the audit trail by itself (refusals, downloads), and the pages on which the trail is read and proved. */
package org.zhibao.trail;
