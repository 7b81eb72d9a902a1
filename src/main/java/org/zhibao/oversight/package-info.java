/** What reviewers see over many filings: worklists and counts. */
package org.zhibao.oversight;
