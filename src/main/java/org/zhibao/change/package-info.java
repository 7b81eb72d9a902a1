/** Changes of the registry: proposed with reason and evidence, decided by the city, applied to units, rosters and accounts. */
package org.zhibao.change;
