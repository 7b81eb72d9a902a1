/** Regions and the units that report, with their identity codes and kinds of source. */
package org.zhibao.registry;
