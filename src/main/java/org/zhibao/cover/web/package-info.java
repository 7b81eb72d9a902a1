/** The page on which leave cover is set and ended. */
package org.zhibao.cover.web;
