/** Pages, task form and API of suspensions. */
package org.zhibao.suspension.web;
