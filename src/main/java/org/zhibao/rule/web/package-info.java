/** Pages and API on which review rules are read, edited and tried. */
package org.zhibao.rule.web;
