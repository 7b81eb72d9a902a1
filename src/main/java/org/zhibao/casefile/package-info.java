/** A case as auditors read it years later: found among all, told from its first day to its last, taken along as evidence. */
package org.zhibao.casefile;
