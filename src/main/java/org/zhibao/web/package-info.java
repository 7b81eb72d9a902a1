/** The common parts of pages and API: layout, assets, languages, problem details. */
package org.zhibao.web;
