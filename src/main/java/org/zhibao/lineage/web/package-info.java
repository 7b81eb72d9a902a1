/** Pages and API of lineage. */
package org.zhibao.lineage.web;
