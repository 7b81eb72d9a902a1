/** Suspensions of units: declared with reason and evidence, verified by the city, in force for some periods. */
package org.zhibao.suspension;
