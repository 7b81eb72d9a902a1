/** What of a person's contact data (个人信息) who may read. */
package org.zhibao.privacy;
