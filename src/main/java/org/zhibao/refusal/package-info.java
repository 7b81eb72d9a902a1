/** How the system says no: what happened, which field or person, and what to do next. And what no text may hold. */
package org.zhibao.refusal;
