/** Who a person is, in which role and area, and how it signs in. */
package org.zhibao.account;
