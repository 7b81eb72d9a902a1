/** Review rules as data (FEEL): evaluation of a report's figures into findings. */
package org.zhibao.rule;
