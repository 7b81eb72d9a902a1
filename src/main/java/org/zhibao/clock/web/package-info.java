/** Pages and API of the lateness ledger, extensions and re-datings. */
package org.zhibao.clock.web;
