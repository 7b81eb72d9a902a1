/** Pages, task form and API of changes of the registry. */
package org.zhibao.change.web;
