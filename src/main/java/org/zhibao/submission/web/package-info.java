/** Pages, task form and API of area submissions. */
package org.zhibao.submission.web;
