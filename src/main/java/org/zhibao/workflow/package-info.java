/** The only package that knows the workflow engine: configuration, delegates, listeners and adapters. */
package org.zhibao.workflow;
