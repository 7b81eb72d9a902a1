/** The append-only trail of what persons did. */
package org.zhibao.audit;
