/** The pages and the API of running cases and of the clocks console. */
package org.zhibao.operation.web;
