/** Pages and API of the registry: units, lists, imports, regions. */
package org.zhibao.registry.web;
