/** Pages and API of filings. */
@org.springframework.modulith.NamedInterface("web")
package org.zhibao.filing.web;
