!/bin/bash
COUNT=`ps -C java --no-heading| wc -l`
if [ $COUNT -eq 0 ];then
echo "no tomcat"
sleep 2
if [ `ps -C java --no-heading| wc -l` -eq 0 ];then
systemctl stop keepalived.service
fi
fi
