/** Synthetic units and figures to show the platform with. */
package org.zhibao.demo;
