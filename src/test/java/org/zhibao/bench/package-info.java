/** Measures the packaged platform from outside, over HTTP: {@code ./mvnw -Pbench verify}. No test; nothing here asserts. */
package org.zhibao.bench;
