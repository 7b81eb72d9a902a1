/** Pages of the audit administrator. */
package org.zhibao.trail.web;
