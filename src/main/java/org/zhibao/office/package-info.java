/** Office files from people: looked through within fixed bounds before anything parses them. */
package org.zhibao.office;
