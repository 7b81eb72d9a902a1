/** Home pages and worklists. */
package org.zhibao.oversight.web;
