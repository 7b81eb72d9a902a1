/** How the system says no: what happened, which field or person, and what to do next. */
package org.zhibao.refusal;
