/// How the page looks on screens of any size and on paper.
enum PageStyle {
    static let text =
        ChartTheme.properties + ChartTheme.chartRules + """
            *{box-sizing:border-box}
            html{background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%}
            body{margin:0 auto;max-width:64rem;padding:0 1.25rem 4rem;
            font:1.0625rem/1.55 system-ui,"Segoe UI",Helvetica,Arial,sans-serif}
            h1{font-size:2rem;line-height:1.2;margin:2.5rem 0 1rem;text-wrap:balance;overflow-wrap:anywhere}
            h2{font-size:1.45rem;line-height:1.25;margin:0 0 1rem}
            section{margin-top:3rem;scroll-margin-top:1rem}
            p,ul,dl{max-width:46rem}
            ul{padding-left:1.25rem}
            li{margin:.35rem 0}
            a{color:var(--link);text-underline-offset:.15em}
            :focus-visible{outline:3px solid var(--mark);outline-offset:2px;border-radius:2px}
            .skip{position:absolute;left:-999rem}
            .skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem 1rem;z-index:1}
            .banner{border-left:.375rem solid var(--mark);background:var(--raised);padding:.75rem 1rem;margin:0}
            nav ul{list-style:none;padding:0;margin:1.5rem 0 0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;max-width:none}
            nav li{margin:0}
            nav a{display:inline-block;padding:.3rem 0}
            .headlines{margin-top:2rem}
            .headlines ul{font-size:1.1875rem;max-width:50rem}
            .headlines li{margin:.6rem 0}
            data{font-variant-numeric:tabular-nums;white-space:nowrap}
            h3{font-size:1.0625rem;margin:1.5rem 0 .5rem}
            .headlines data{font-weight:600}
            .table,figure{margin:2rem 0}
            figure{padding:0}
            caption,figcaption{text-align:left;font-weight:600;font-size:1.0625rem;padding:0 0 .6rem;line-height:1.35;max-width:46rem}
            .scroll{overflow-x:auto}
            table{border-collapse:collapse;min-width:min(100%,36rem);font-size:.9375rem;line-height:1.4}
            th,td{text-align:left;padding:.45rem .75rem .45rem 0;border-bottom:1px solid var(--line);vertical-align:top}
            thead th{border-bottom:2px solid var(--edge);vertical-align:bottom}
            thead td{border-bottom:2px solid var(--edge)}
            tbody th{font-weight:400}
            .number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums;padding-left:.75rem}
            thead .number{white-space:normal}
            .number+td:not(.number,.meter),.number+th:not(.number){padding-left:1.5rem}
            .remark{font-size:.875rem;color:var(--muted);margin:.4rem 0;max-width:46rem}
            .chart{display:block;width:100%;min-width:34rem;height:auto}
            dt{font-weight:600}
            dd{margin:0 0 .75rem}
            .facts div{display:grid;grid-template-columns:12rem 1fr;gap:0 1rem;border-bottom:1px solid var(--line);padding:.4rem 0}
            .facts dd{margin:0;overflow-wrap:anywhere}
            .explorer{background:var(--raised);border:1px solid var(--line);border-radius:.5rem;padding:1.25rem;margin:1.5rem 0}
            .explorer fieldset{border:0;padding:0;margin:0;min-width:0}
            .explorer legend{font-weight:600;padding:0;margin-bottom:.5rem}
            .boxes{display:flex;flex-wrap:wrap;gap:.5rem}
            .boxes label{display:inline-flex;align-items:center;gap:.5rem;min-height:2.75rem;padding:.25rem .875rem;
            border:1px solid var(--edge);border-radius:1.5rem;background:var(--paper);cursor:pointer;overflow-wrap:anywhere}
            .boxes label:has(:checked){border-color:var(--bar);box-shadow:inset 0 0 0 1px var(--bar);font-weight:600}
            .boxes input{width:1.125rem;height:1.125rem;accent-color:var(--bar);margin:0;flex:none}
            .explorer .coarser{margin-top:1rem}
            .coarser p{display:grid;grid-template-columns:minmax(6rem,11rem) minmax(6rem,14rem) 1fr;gap:0 1rem;
            align-items:center;margin:0;max-width:none;min-height:2.5rem}
            .coarser label{overflow-wrap:anywhere}
            .coarser input{accent-color:var(--bar);width:100%;min-height:1.5rem;margin:0}
            button{font:inherit;min-height:2.5rem;padding:.25rem .875rem;color:var(--link);background:var(--paper);
            border:1px solid var(--edge);border-radius:.375rem;cursor:pointer}
            .summary{font-size:1.1875rem;margin:1rem 0;min-height:3.1em}
            .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:.75rem;max-width:none;margin:0 0 1.5rem}
            .tiles div{background:var(--paper);border:1px solid var(--line);border-radius:.375rem;padding:.75rem;
            display:flex;flex-direction:column;justify-content:space-between}
            .tiles dt{font-weight:400;font-size:.875rem;color:var(--muted)}
            .tiles dd{margin:.25rem 0 0;font-size:1.5rem;font-weight:600;font-variant-numeric:tabular-nums}
            .explorer table{margin-bottom:1rem;width:100%}
            .meter{width:40%;padding-right:0}
            .meter svg{display:block;width:100%;height:1rem;margin-top:.15rem}
            .meter rect{fill:var(--bar)}
            .meter rect.marked{fill:var(--mark)}
            .explorer .scroll+.scroll{margin-top:1.5rem}
            @media (max-width:36rem){.facts div{grid-template-columns:1fr}h1{font-size:1.6rem}.meter{display:none}}
            @media print{
            @page{size:A4;margin:18mm 16mm}
            body{max-width:none;padding:0;font-size:10.5pt}
            h1{margin-top:0;font-size:20pt}
            nav,.skip,.explorer,noscript,#try{display:none}
            section{margin-top:1.6rem}
            h2{break-after:avoid}
            figure,.table,tr,.remark,.banner,li,dl div{break-inside:avoid}
            caption,figcaption{break-after:avoid}
            thead{display:table-header-group}
            table{font-size:8.5pt}
            .scroll{overflow:visible}
            .chart{min-width:0;max-width:150mm}
            .remark{font-size:8pt}
            .headlines ul{font-size:11.5pt}
            a{color:inherit;text-decoration:none}
            .banner{border:1px solid var(--edge);border-left-width:.375rem}
            }
            """
}
