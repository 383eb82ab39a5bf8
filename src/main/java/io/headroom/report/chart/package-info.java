/**
 * What pictures are made of: scales, ticks, axes, downsampling, and SVG. It knows numbers and
 * times, no machine.
 */
@NullMarked
package io.headroom.report.chart;

import org.jspecify.annotations.NullMarked;
