/** What keeps time for open filings: the lateness ledger, extensions, and the re-dating of open tasks. */
package org.zhibao.clock;
