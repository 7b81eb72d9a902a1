/** Pages, API and TLS connector of client certificates. */
package org.zhibao.certificate.web;
