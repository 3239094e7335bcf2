/** WeCom's callbacks over HTTP: what a delivery means is the codec's business, what follows the inbox's. */
@NullMarked
package io.qunbot.wecom.callback;

import org.jspecify.annotations.NullMarked;
