/** Pages and addresses of the workshop, and the two calls of the Camunda Modeler. */
package org.zhibao.workshop.web;
