/** The indicator catalogue: what a report asks for, in which unit, of whom. */
package org.zhibao.indicator;
