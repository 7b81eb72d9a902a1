/** From which networks people may come, and client certificates (数字证书): issued, renewed, revoked, asked for. */
package org.zhibao.certificate;
