/** What the audit pages in the engine's Cockpit ask for. */
package org.zhibao.casefile.web;
